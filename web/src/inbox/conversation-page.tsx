import { useParams } from "@tanstack/react-router";
import { PageHeader } from "../ui/index.ts";

export function ConversationPage() {
  const { conversationId } = useParams({ from: "/app/inbox/$view/$conversationId" });
  return <PageHeader title={conversationId} />;
}
