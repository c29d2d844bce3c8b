import { deskPages } from '#domain/routes/desk.ts'
import { type KeptWord, KeptWords } from '#ui/kept-words.tsx'

/** Why a form was not processed: the session had ended, or its object is not accessible to this person. */
const reasons = {
  ended: {
    title: '登录已经退出，没有交上去',
    text: '您写的都在下面，没有丢。请先复制下来，登录以后再填一次。',
    to: { name: '登录', path: deskPages.signIn.path },
  },
  gone: {
    title: '没有这个账号，没有交上去',
    text: '这个账号不归您管，或者已经不在了。您写的都在下面，可以复制下来。',
    to: { name: deskPages.staff.name, path: deskPages.staff.path },
  },
} as const

/** Page for a form that could not be processed: says why, and shows what was typed, to be copied. */
export const LostFormPage = ({ why, words }: { why: keyof typeof reasons; words: KeptWord[] }) => {
  const { title, text, to } = reasons[why]
  return (
    <div class="page-width text">
      <header class="page-head">
        <h1>{title}</h1>
        <p>{text}</p>
      </header>
      <KeptWords words={words} />
      <div class="actions">
        <a class="button" href={to.path}>
          {to.name}
        </a>
      </div>
    </div>
  )
}

/** Heading and title of that page. */
export const lostFormTitle = (why: keyof typeof reasons): string => reasons[why].title
