using System.Text;
using System.Text.Json;
using OpenAI.Chat;

namespace FitServerless.Coach.Model;

/// <summary>One attempt at an answer, with what it cost.</summary>
internal sealed record ChatExchange(ModelReply Reply, int PromptTokens, int CompletionTokens)
{
    public string Outcome => JsonNamingPolicy.CamelCase.ConvertName(Reply.GetType().Name);

    public static ChatExchange Failed(ModelReply reply) => new(reply, 0, 0);

    public static async ValueTask<ChatExchange> CompleteAsync(ChatClient chat, ModelPrompt prompt, CancellationToken cancellationToken)
    {
        var completion = (await chat.CompleteChatAsync(ChatRequests.Messages(prompt), ChatRequests.Options(prompt), cancellationToken)).Value;
        var text = string.Concat(completion.Content.Select(part => part.Text));
        return Of(text, completion.FinishReason, completion.Refusal, completion.Usage);
    }

    public static async ValueTask<ChatExchange> StreamAsync(
        ChatClient chat, ModelPrompt prompt, Func<string, CancellationToken, ValueTask> tell, CancellationToken cancellationToken)
    {
        var (text, refusal, finish, usage) = (new StringBuilder(), "", default(ChatFinishReason?), default(ChatTokenUsage));
        try
        {
            var updates = chat.CompleteChatStreamingAsync(ChatRequests.Messages(prompt), ChatRequests.Options(prompt), cancellationToken);
            await foreach (var update in updates)
            {
                (finish, usage) = (update.FinishReason ?? finish, update.Usage ?? usage);
                refusal += update.RefusalUpdate;
                foreach (var part in update.ContentUpdate.Where(part => part.Text is { Length: > 0 }))
                {
                    text.Append(part.Text);
                    await tell(part.Text, cancellationToken);
                }
            }
        }
        catch (Exception e) when (text.Length > 0 && ModelFaults.IsFault(e))
        {
            finish = null;
        }

        return text.Length + refusal.Length == 0 && finish is null
            ? throw new IOException("The stream was empty.")
            : Of(text.ToString(), finish, refusal, usage);
    }

    private static ChatExchange Of(string text, ChatFinishReason? finish, string? refusal, ChatTokenUsage? usage) => new(
        finish switch
        {
            ChatFinishReason.ContentFilter => new ModelReply.Refused(),
            _ when !string.IsNullOrEmpty(refusal) => new ModelReply.Refused(),
            ChatFinishReason.Stop => new ModelReply.Completed(text),
            _ => new ModelReply.CutOff(text),
        },
        usage?.InputTokenCount ?? 0,
        usage?.OutputTokenCount ?? 0);
}
