import { lengths } from '#domain/basics/bounds.ts'
import { labels, refusals } from '#domain/filing/messages.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { aboutIds, abouts } from '#domain/words/about.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { trackIds, tracks } from '#domain/words/tracks.ts'
import { Card } from '#ui/card.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { DangerHelp, HelpNow, SafeContact } from '#ui/danger.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { Select } from '#ui/form/select.tsx'
import { blankState, type FormError, type FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { RegionSelect } from '#ui/region-select.tsx'
import { HotlineRow } from '#ui/telephone.tsx'

/** The name of the honeypot: a field people do not see and machines fill. */
export const trapField = 'website'

export interface FileFormProps {
  state?: FormState
  /** Sentences in the order of the form. */
  errors?: FormError[]
  /** Show the danger panel: the person said yes. */
  danger?: boolean
  /** The honeypot was filled: show it, so that an honest person can empty it. */
  trapped?: boolean
  /** A refusal to explain on top; the answers are kept. */
  refusal?: keyof typeof refusals
}

const Trap = ({ state, shown }: { state: FormState; shown: boolean }) => (
  <div class={shown ? 'field invalid' : 'trap'} aria-hidden={shown ? undefined : 'true'}>
    <label for={trapField}>这一格请空着</label>
    {shown ? <p class="field-error">{state.error(trapField)}</p> : null}
    <input
      class="input medium"
      id={trapField}
      name={trapField}
      autocomplete="off"
      tabindex={shown ? undefined : -1}
    />
  </div>
)

const Notice12388 = () => (
  <div class="note">
    <b>举报干部贪污受贿、失职渎职，不在这里写</b>
    <p>
      这类检举控告由纪检监察机关管，请打 <a href="tel:12388">12388</a>。写在这里办不了，还耽误时间。
    </p>
  </div>
)

const Consent = ({ state }: { state: FormState }) => (
  <section class="field" aria-labelledby="consent-title">
    <h2 id="consent-title">您的话，谁会看到</h2>
    <p>办这件事的人要看到您写的内容和电话，才能帮您；转给别的单位办，那边办事的人也要看。对方看不到。</p>
    <p>您写的字都加密保存。要调解，会先问您愿不愿意，再去问对方。</p>
    <p>孩子，或者不能保护自己的人受到伤害，法律要求我们报告公安等部门。</p>
    <p>病情、伤情、存款账号，办事用不着就别写；写了，就是同意办事的人看。</p>
    <Checkbox state={state} name="consent" label="我读过了，同意把这些内容交给办理这件事的人看。" />
    <a class="more" href={pages.privacy.path}>
      读完整的隐私说明
    </a>
  </section>
)

/** The filing form, blank (prerendered) or with answers and errors (Worker): one JSX for both. */
export const FileForm = (props: FileFormProps) => {
  const { state = blankState, errors = [], danger = false, trapped = false, refusal } = props
  return (
    <>
      <Crumbs trail={[{ name: pages.file.name }]} />
      <div class="page-width">
        {danger ? <DangerHelp /> : null}
        {refusal ? (
          <div class="error-summary" role="alert" tabindex={-1}>
            <h2>{refusals[refusal].title}</h2>
            <p>{refusals[refusal].text}</p>
          </div>
        ) : (
          <ErrorSummary errors={errors} />
        )}
        <header class="page-head">
          <p class="progress">第 1 步，共 3 步</p>
          <h1>说说您的事</h1>
          <p>
            不用注册，不收费。不方便写，也可以打 <a href="tel:12345">12345</a>，说给接线员听。
          </p>
        </header>
        <div class="columns">
          <form action={actions.fileCheck} method="post" novalidate data-file-form>
            <Notice12388 />
            <Radios
              state={state}
              name="danger"
              label="眼下有没有人打您、威胁您，或者您不想活了？"
              hint={
                <>
                  孩子、老人正在受伤害，也算。有危险，先顾自己：
                  <HelpNow />
                </>
              }
              options={[
                { value: 'false', name: '没有' },
                { value: 'true', name: '有' },
              ]}
            />
            <SafeContact state={state} shown={danger} />
            <Radios
              state={state}
              name="about"
              label="您要说的，是不是经手这类事的人？"
              hint="说的是网格员、村里、镇上的人，交给上面一级办，他看不到。说的是县里的人，交给县信访局；说的就是信访局的人，请打 12345 或 12388。"
              options={aboutIds.map((value) => ({ value, name: abouts[value].name }))}
            />
            <Radios
              state={state}
              name="track"
              label={labels.track}
              hint={<a href={pages.fileTracks.path}>不确定？看看该选哪一种</a>}
              options={trackIds.map((value) => ({
                value,
                name: tracks[value].name,
                note: tracks[value].purpose,
              }))}
            />
            <Select
              state={state}
              name="category"
              label={labels.category}
              groups={categoryIds.map((value) => ({ value, name: categories[value].name }))}
            />
            <RegionSelect state={state} />
            <div class="note" data-draft hidden>
              <div class="choice">
                <input type="checkbox" id="keep-draft" />
                <label for="keep-draft">
                  在这部手机上存草稿
                  <small>没写完也不怕关掉。别人也用这部手机的话，请不要存；交上去以后会自动删掉。</small>
                </label>
              </div>
            </div>
            <TextArea
              state={state}
              name="narrative"
              label={labels.narrative}
              hint={`什么时候、在哪里、和谁、为了什么。像平常说话那样写就行，最多 ${lengths.narrative} 个字。`}
              rows={8}
              max={lengths.narrative}
            />
            <TextArea
              state={state}
              name="request"
              label={`您${labels.request}`}
              hint={`比如：装一条水槽，把墙脚修好。最多 ${lengths.request} 个字。`}
              rows={3}
              max={lengths.request}
            />
            <TextField
              state={state}
              name="otherParty"
              label={labels.otherParty}
              hint="比如：隔壁陈家；某某公司。不知道就空着。"
              wide
              optional
            />
            <TextField
              state={state}
              name="title"
              label={labels.title}
              hint="比如：屋檐水滴进我家院子。"
              wide
              optional
            />
            <TextField
              state={state}
              name="name"
              label={labels.name}
              hint="姓名或称呼都行，只有办事的人看得到。"
            />
            <TextField
              state={state}
              name="phone"
              label={labels.phone}
              hint="手机或座机。姓名和电话至少留一样，办起来快得多。"
              inputMode="tel"
            />
            <Checkbox
              state={state}
              name="anonymous"
              label="我不想留姓名和电话"
              note="不留也能提交，但有三点请先知道：我们没法打电话问您；查询码丢了就找不回来；以后证明不了是您提的，打官司的时间照样在走。信访投诉要留姓名。"
            />
            <Trap state={state} shown={trapped} />
            <Consent state={state} />
            <div class="actions">
              <button class="button" type="submit">
                下一步：核对信息
              </button>
            </div>
          </form>
          <aside aria-label="怎么写、打电话">
            <Card title="这样写就行">
              <p class="song">
                今年春天隔壁翻了屋顶，一下雨水就落到我家院子里，墙脚都潮了。我去说过两次，他不认。
              </p>
            </Card>
            <Card title="不方便写">
              <ul class="lines">
                <HotlineRow number="12345" />
                <HotlineRow number="12348" />
              </ul>
            </Card>
          </aside>
        </div>
      </div>
      <script src="/form.js" defer></script>
    </>
  )
}
