import { register } from '../element/register.ts'
import { AduanButton } from './aduan-button.ts'

/** In a package nothing lies beside the script at run time: the bundler of the page knows where the form's script is. */
class PackedButton extends AduanButton {
  override fetchForm = () => import('../index.ts')
}

register('aduan-button', PackedButton)
