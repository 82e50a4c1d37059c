import { createApp } from 'vue'
import ComplaintPage from './complaint-page.vue'

createApp(ComplaintPage).mount('#app')
