/**
 * Loads what keeps words after Back (site/public/form.js), and on the pages of filing drafts (filing.js). Without them
 * every form works.
 */
export const FormScript = ({ filing = false }: { filing?: boolean }) => (
  <>
    <script src="/form.js" defer></script>
    {filing ? <script src="/filing.js" defer></script> : null}
  </>
)

/**
 * Without the script the browser shows an error page where the back button leads to an answer it has not kept. The
 * script hides this line; `noscript` would not show it where the script fails to load.
 */
export const BackWithoutScript = () => (
  <p class="soft small no-print" data-without-script>
    按“返回”的时候，浏览器要是说“确认重新提交表单”，再按一次返回就行，您填的还在填表那一页；按“前进”能回到这里。
  </p>
)
