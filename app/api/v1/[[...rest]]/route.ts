import { answer } from '@/lib/api/door'

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
