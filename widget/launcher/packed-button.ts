import { register } from '../element/register.ts'
import { AduanButton } from './aduan-button.ts'

/** A package has no script beside this one at run time, but the page's bundler knows the form's script. */
class PackedButton extends AduanButton {
  override fetchForm = () => import('../index.ts')
}

register('aduan-button', PackedButton)
