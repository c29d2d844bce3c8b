import { pages } from '#domain/routes/site.ts'

/** Breadcrumbs, starting at the home page; an entry without a path is the current page. */
export const Crumbs = ({ trail }: { trail: { name: string; path?: string }[] }) => (
  <nav class="breadcrumbs page-width" aria-label="您在这里">
    <ol>
      <li>
        <a href={pages.home.path}>{pages.home.name}</a>
      </li>
      {trail.map(({ name, path }) =>
        path ? (
          <li>
            <a href={path}>{name}</a>
          </li>
        ) : (
          <li aria-current="page">{name}</li>
        ),
      )}
    </ol>
  </nav>
)
