/** Words of offices that are not used in running text, and what people say. Quotations and statutes keep theirs. */
const words: [formal: RegExp, plain: string][] = [
  [/鉴于|由于/, '因为'],
  [/予以|给予|给付/, '给'],
  [/应当/, '要、得'],
  [/(?<!必)须(?!知)/, '要、得'],
  [/情形/, '情况'],
  [/(?<!先行|改)支付(?!令|宝)/, '付、给'],
  [/返还|(?<!补)偿还|清偿/, '还'],
  [/缴纳/, '交'],
  [/购买/, '买'],
  [/递交/, '交、送'],
  [/出具/, '开'],
  [/告知(?![单书])/, '告诉'],
  [/上述|前述/, '上面说的'],
  [/此外/, '还有'],
  [/从而|进而/, '就、这样'],
  [/届满/, '满了'],
  [/届时/, '到时候'],
  [/致使|以致/, '弄得、害得'],
  [/擅自/, '自己就、没问过就'],
  [/酌情/, '看情况'],
  [/事由/, '原因'],
  [/举证/, '拿出证据'],
  [/切勿/, '千万别'],
  [/务必/, '一定'],
  [/严禁/, '不许'],
  [/自行(?!车)/, '自己'],
  [/亦/, '也'],
  [/倘若|若是|如若/, '要是'],
  [/侵害/, '伤、碰、占'],
  [/当事人/, '两边的人、您'],
  [/受领/, '收'],
  [/知悉/, '知道'],
  [/抚育/, '养'],
  [/遂/, '就'],
]

/** Formal words in a sentence, each with the plain one. */
export const formalWords = (sentence: string): { word: string; plain: string }[] =>
  words.flatMap(([formal, plain]) => {
    const word = formal.exec(sentence)?.[0]
    return word ? [{ word, plain }] : []
  })
