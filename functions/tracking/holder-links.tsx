import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions, pages } from '#domain/routes/site.ts'

/** Ways to what the holder of a code can do on pages of their own. */
export const HolderLinks = ({ view }: { view: FollowedView }) => (
  <>
    {view.side === 'complainant' ? (
      <>
        <p>
          <a class="more" href={actions.trackFiled}>
            看当初交的内容
          </a>
        </p>
        <p>
          <a class="more" href={actions.trackReaders}>
            哪些单位看过
          </a>
        </p>
        <p>
          <a class="more" href={actions.trackProof}>
            核对记录
          </a>
        </p>
      </>
    ) : null}
    {view.acts.object === null || view.acts.object === 'county' ? (
      <p>
        <a class="more" href={actions.trackObject}>
          对结果不满意
        </a>
      </p>
    ) : null}
    <p>
      <a class="more" href={actions.trackCopy}>
        要一份副本
      </a>
    </p>
    <p>
      <a class="more" href={actions.trackCertificate}>
        要一份证明
      </a>
    </p>
    {view.acts.story ? (
      <p>
        <a class="more" href={actions.trackStory}>
          写成故事的事
        </a>
      </p>
    ) : null}
    {view.acts.publication ? (
      <p>
        <a class="more" href={actions.trackPublication}>
          公布建议和答复
        </a>
      </p>
    ) : null}
    <p>
      <a class="more" href={actions.trackConsultation}>
        {pages.experts.name}
      </a>
    </p>
    <p>
      <a class="more" href={actions.trackNotify}>
        发短信的事
      </a>
    </p>
    {view.acts.mediator === null || view.acts.mediator === 'pending' ? (
      <p>
        <a class="more" href={actions.trackMediator}>
          换一位调解员
        </a>
      </p>
    ) : null}
    {view.acts.ask.includes('withdraw') ? (
      <p>
        <a class="more" href={actions.trackWithdraw}>
          不想办了，撤回
        </a>
      </p>
    ) : null}
    {view.acts.ask.includes('erase') ? (
      <p>
        <a class="more" href={actions.trackErase}>
          删除我的信息
        </a>
      </p>
    ) : null}
  </>
)
