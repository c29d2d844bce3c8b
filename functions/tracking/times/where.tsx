import type { ShownTimes } from '#domain/sessions/own-times.ts'

/** A link in a text; the parts between are words. */
const link = /(https:\/\/[!-~]+)/

/** The place in words, with its links. */
const Place = ({ place }: { place: string }) => (
  <span>
    {(place || '还没有写，请打电话问').split(link).map((part, index) =>
      index % 2 === 1 ? (
        <a href={part} rel="noreferrer">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </span>
)

type WhereProps = Pick<NonNullable<ShownTimes['open']>, 'place' | 'language' | 'guests' | 'length' | 'apart'>

/** Where a meeting is, how long it takes, who helps and who else comes. */
export const Where = ({ place, language, guests, length, apart }: WhereProps) => (
  <dl class="case-facts">
    <div>
      <dt>在哪里</dt>
      <dd>
        <Place place={place} />
      </dd>
    </div>
    <div>
      <dt>多久</dt>
      <dd>
        大约 {length} 分钟{apart ? '，单独和您谈' : ''}
      </dd>
    </div>
    {guests ? (
      <div>
        <dt>还请了</dt>
        <dd>{guests}</dd>
      </div>
    ) : null}
    {language ? (
      <div>
        <dt>帮着说话的</dt>
        <dd>{language}</dd>
      </div>
    ) : null}
  </dl>
)
