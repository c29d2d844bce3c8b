/** Where the name of a statute may break on a narrow screen: between what made it and what it is about. */
const joints = /(?<=中华人民共和国|最高人民法院|关于|案件|纠纷)(?!》)/

/**
 * A citation such as 《中华人民共和国民法典》第二百八十八条. It breaks between statute and article, never inside 民法/典 or
 * inside the number.
 * @param text statute in 《》, and the number of the article, if any
 */
export const Cite = ({ text }: { text: string }) => {
  const end = text.lastIndexOf('》') + 1
  const [name, number] = [text.slice(0, end), text.slice(end)]
  return (
    <span class="cite">
      {name ? (
        <span>
          {name.split(joints).map((phrase, index) => (
            <>
              {index > 0 ? <wbr /> : null}
              {phrase}
            </>
          ))}
        </span>
      ) : null}
      {number ? <span>{number}</span> : null}
    </span>
  )
}
