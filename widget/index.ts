import { AduanWidget } from './aduan-widget/aduan-widget.ts'
import { register } from './element/register.ts'
import { AduanFiling } from './filing/aduan-filing.ts'
import { AduanReceipt } from './receipt/aduan-receipt.ts'

register('aduan-receipt', AduanReceipt)
register('aduan-filing', AduanFiling)
register('aduan-widget', AduanWidget)
