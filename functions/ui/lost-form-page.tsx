import { deskPages } from '#domain/routes/desk.ts'
import { type KeptWord, KeptWords } from './kept-words.tsx'

/** Why a form of the desk was not taken: its title, what to do now, and the page where that is done. */
export const lostFormReasons = {
  ended: {
    title: '登录已经退出，没有交上去',
    text: '您写的都在下面，没有丢。请先复制下来，登录以后再填一次。',
    to: { name: '登录', path: deskPages.signIn.path },
  },
  enrol: {
    title: '还没有绑定动态码，没有交上去',
    text: '您写的都在下面，没有丢。请先复制下来，绑定动态码以后再填一次。',
    to: { name: deskPages.enrol.name, path: deskPages.enrol.path },
  },
  gone: {
    title: '没有这个账号，没有交上去',
    text: '这个账号不归您管，或者已经不在了。您写的都在下面，可以复制下来。',
    to: { name: deskPages.staff.name, path: deskPages.staff.path },
  },
  moved: {
    title: '案件不在您这里了',
    text: '您写的时候，它转给了别的单位，这一步没有做成。您写的都在下面，可以抄下来。',
    to: { name: deskPages.cases.name, path: deskPages.cases.path },
  },
  notHandling: {
    title: '您的账号现在不办案件，没有交上去',
    text: '您写的都在下面，没有丢，可以复制下来。账号该不该办案件，请问管理员。',
    to: { name: deskPages.account.name, path: deskPages.account.path },
  },
  notCounty: {
    title: '这一样要县里的负责人来存，没有交上去',
    text: '您写的都在下面，没有丢，可以复制下来。',
    to: { name: deskPages.ledger.name, path: deskPages.ledger.path },
  },
  elsewhere: {
    title: '没有收下',
    text: '这次提交不像是从工作台的页面点来的，为了安全没有收下，什么都没有改动。交来的字都在下面。',
    to: { name: '回工作台', path: deskPages.today.path },
  },
  encoding: {
    title: '没有收下',
    text: '您的浏览器用了另一种编码，这次没有收下，什么都没有改动。请看看下面的字对不对，可以复制下来再填一次。',
    to: { name: '回工作台', path: deskPages.today.path },
  },
} as const

export type WhyLost = keyof typeof lostFormReasons

/** A form that was not taken: what was written in it, so that it can be copied. */
export const LostFormPage = ({ why, words }: { why: WhyLost; words: KeptWord[] }) => {
  const { title, text, to } = lostFormReasons[why]
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
