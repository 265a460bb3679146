using OpenAI.Chat;

namespace FitServerless.Coach.Model;

/// <summary>A prompt in the words of the client library.</summary>
internal static class ChatRequests
{
    public static IEnumerable<ChatMessage> Messages(ModelPrompt prompt)
    {
        yield return ChatMessage.CreateSystemMessage(prompt.Instructions);
        for (var i = 0; i < prompt.Messages.Count; i++)
            yield return Message(prompt.Messages[i], i == prompt.Messages.Count - 1 ? prompt.Image : null);
    }

    public static ChatCompletionOptions Options(ModelPrompt prompt) => new()
    {
        MaxOutputTokenCount = prompt.MaxTokens,
        ResponseFormat = prompt.Schema is { } schema
            ? ChatResponseFormat.CreateJsonSchemaFormat(schema.Name, BinaryData.FromString(schema.Json), jsonSchemaIsStrict: true)
            : null,
    };

    private static ChatMessage Message(ModelMessage message, ModelImage? image)
    {
        if (message.IsReply)
            return ChatMessage.CreateAssistantMessage(message.Text);
        var text = ChatMessageContentPart.CreateTextPart(message.Text);
        // Low detail is 85 tokens for any size (https://platform.openai.com/docs/guides/images), and enough for what is asked.
        return image is null
            ? ChatMessage.CreateUserMessage(text)
            : ChatMessage.CreateUserMessage(
                text, ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(image.Bytes), image.MediaType, ChatImageDetailLevel.Low));
    }
}
