import type { RatingTaskKind } from '#domain/words/ratings.ts'

/** What is asked in a call about a record on the spot, of both sides apart. */
export const spotAsk =
  '这一件是当场登记的，随机抽到。分别打给双方：那天有没有这回事，说好的是不是这样，各说各的。没有打通、没有留电话，也写下来。'

/** What a unit is asked to do, in the words of the desk. They say nothing about the rating. */
export const taskWords: Record<
  RatingTaskKind,
  { list: string; title: string; ask: string; label: string; hint: string; button: string }
> = {
  look: {
    list: '该看一看的',
    title: '看一看这件案子',
    ask: '这件案子该由上一级看一看。看过了，写一写看到什么，再放下。',
    label: '看了以后怎么说',
    hint: '只有本单位的人看得到，办这件案子的单位看不到。',
    button: '看过了，放下',
  },
  call: {
    list: '该打电话问一问的',
    title: '打电话问一问',
    ask: '这件案子是随机抽到的。按当事人准的办法和时候打过去，问一问办得怎么样，不问怎么评的。没有打通、不方便打，也写下来。',
    label: '打了以后怎么说',
    hint: '只有本单位的人看得到，办这件案子的单位看不到。',
    button: '问过了，放下',
  },
}
