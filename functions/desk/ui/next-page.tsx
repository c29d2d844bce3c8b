/** The link to the next page of a list; nothing on the last page. */
export const NextPage = ({ href }: { href: string | undefined }) =>
  href ? (
    <p class="section">
      <a class="button secondary" href={href}>
        下一页
      </a>
    </p>
  ) : null
