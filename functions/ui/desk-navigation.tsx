import { unit } from '#domain/places/areas.ts'
import { type DeskPage, deskActions, deskNavigation, deskPages } from '#domain/routes/desk.ts'
import { type Role, roles, type StaffMember } from '#domain/staff/staff.ts'

/** The navigation of the desk. Roles that keep accounts see no links to cases. */
export const DeskNavigation = ({ role, current }: { role: Role; current: DeskPage | null }) => {
  const entries = roles[role].keepsAccounts ? deskNavigation.accounts : deskNavigation.cases
  return (
    <nav class="navigation desk-navigation" aria-label="工作台导航">
      <ul>
        {entries.map((entry) => (
          <li>
            <a href={deskPages[entry].path} aria-current={entry === current ? 'page' : undefined}>
              {deskPages[entry].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Below the header of every page: who is signed in, and a button to sign out, because machines are shared. */
export const SignedInMember = ({ member }: { member: StaffMember }) => (
  <aside class="signed-in" aria-label="谁在用">
    <div class="page-width">
      <span>
        <b>{member.name}</b> <span class="no-break">{unit(member.unit).name}</span>
      </span>
      <form action={deskActions.signOut} method="post">
        <button type="submit">退出</button>
      </form>
    </div>
  </aside>
)
