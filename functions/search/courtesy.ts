/** Greetings before a question and thanks after it: they match what is said in many texts. */

const before =
  /^(?:[，,。.!！?？~～\s]|你好|您好|大家好|各位好?|律师(?=你|您|[，,。！!\s])|老师(?=你|您|[，,。！!\s])|尊敬的(?:领导|书记|县长|市长)?|领导(?=[，,：:！!\s]|你|您)|打扰(?:一下|了)|麻烦(?:问一下|您|你了?)|(?:我?想?(?:请问|咨询|请教)|我?想问)(?:一下|一个问题|下|您|你们?)?(?=.{4}))+/u
/** Only after a mark or a space: 向谁求助 and 应急 are questions. */
const after =
  /(?:[，,。.!！?？~～\s]|谢谢(?:您|你|了|大家|律师|老师)?|(?<=[，,。.!！?？~～\s])(?:多谢|(?:万分|非常)?感谢(?:您|了)?|求(?:解答|帮助|指教|助|回复)|急+|在线等|(?:请|望|盼)(?:尽快)?(?:回复|解答)(?:一下)?|拜托了?))+$/u

/** Words that ask nothing by themselves. */
const nothing =
  /^(?:[的了是有不说我你您他她这那好在人事吗呢啊喂]|[你您]好|谢谢|在吗|请问|没有|怎么办?|[什那这]么|为什么|[那这一]个)$/u

/** True for a text in which nothing is asked: it stands in every document. */
export const asksNothing = (text: string): boolean => nothing.test(text)

/** The question itself; the whole text if nothing else is in it. */
export const withoutCourtesy = (text: string): string => {
  const matter = text.replace(before, '').replace(after, '')
  return matter.length > 1 ? matter : text
}
