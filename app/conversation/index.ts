export { commentBook } from './comment.events.ts';
export { conversationRoutes } from './conversation.routes.ts';
export { tellFollowersJob } from './tell.ts';
