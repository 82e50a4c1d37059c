/** Entry of the admin application: registers what every page needs; pages come when they are opened. */
import './app/aduan-admin.ts'
import './app/app-shell.ts'
import './account/sign-in/sign-in-page.ts'
