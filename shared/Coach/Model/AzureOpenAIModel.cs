using Azure.AI.OpenAI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace FitServerless.Coach.Model;

/// <summary>Deployments of an Azure OpenAI resource.</summary>
internal sealed partial class AzureOpenAIModel(
    AzureOpenAIClient client,
    IOptions<ModelOptions> options,
    ModelPatience patience,
    ModelRecord record,
    TimeProvider clock,
    ILogger<AzureOpenAIModel> logger) : ILanguageModel
{
    private readonly ModelOptions _options = options.Value;

    public string? ChatName => NullIfEmpty(_options.ChatDeployment);

    public string? VisionName => NullIfEmpty(_options.VisionDeployment);

    public string? EmbeddingName => NullIfEmpty(_options.EmbeddingDeployment);

    public TimeSpan Patience => TimeSpan.FromSeconds(_options.TimeoutSeconds);

    public Task<ModelReply> CompleteAsync(ModelPrompt prompt, string userId, CancellationToken cancellationToken) =>
        AskAsync(prompt, userId, ChatExchange.CompleteAsync, cancellationToken);

    public Task<ModelReply> StreamAsync(
        ModelPrompt prompt, string userId, Func<string, CancellationToken, ValueTask> tell, CancellationToken cancellationToken) =>
        AskAsync(prompt, userId, (chat, asked, ct) => ChatExchange.StreamAsync(chat, asked, tell, ct), cancellationToken);

    public async Task<IReadOnlyList<ReadOnlyMemory<float>>?> EmbedAsync(
        IReadOnlyList<string> texts, string userId, CancellationToken cancellationToken)
    {
        if (EmbeddingName is not { } deployment)
            return null;
        var call = record.Start(userId, "embedding", deployment);
        try
        {
            var embeddings = client.GetEmbeddingClient(deployment);
            var size = new EmbeddingGenerationOptions { Dimensions = ModelLimits.Dimensions };
            var vectors = await patience.RunAsync(
                async ct => (await embeddings.GenerateEmbeddingsAsync(texts, size, ct)).Value, Patience, cancellationToken);
            var isWhole = vectors.Count == texts.Count && vectors.All(vector => vector.ToFloats().Length == ModelLimits.Dimensions);
            await call.EndAsync(isWhole ? "completed" : "unavailable", vectors.Usage?.InputTokenCount ?? 0, 0);
            return isWhole ? [.. vectors.OrderBy(vector => vector.Index).Select(vector => vector.ToFloats())] : null;
        }
        catch (Exception e) when (ModelFaults.IsFault(e))
        {
            LogUnavailable(deployment, ModelFaults.Reason(e));
            await call.EndAsync("unavailable", 0, 0);
            return null;
        }
    }

    private async Task<ModelReply> AskAsync(
        ModelPrompt prompt,
        string userId,
        Func<ChatClient, ModelPrompt, CancellationToken, ValueTask<ChatExchange>> exchange,
        CancellationToken cancellationToken)
    {
        if ((prompt.Image is null ? ChatName : VisionName) is not { } deployment)
            return new ModelReply.Unavailable("not configured");
        var within = (prompt.Deadline - clock.GetUtcNow()) ?? Patience;
        if (within <= TimeSpan.Zero)
            return new ModelReply.Unavailable("no time left");
        var call = record.Start(userId, prompt.Purpose, deployment);
        var chat = client.GetChatClient(deployment);
        var done = ChatExchange.Failed(new ModelReply.Unavailable("cancelled"));
        try
        {
            done = await patience.RunAsync(ct => exchange(chat, prompt, ct), within, cancellationToken);
        }
        catch (Exception e) when (ModelFaults.IsRefusal(e))
        {
            done = ChatExchange.Failed(new ModelReply.Refused());
        }
        catch (Exception e) when (ModelFaults.IsFault(e))
        {
            LogUnavailable(deployment, ModelFaults.Reason(e));
            done = ChatExchange.Failed(new ModelReply.Unavailable(ModelFaults.Reason(e)));
        }
        finally
        {
            await call.EndAsync(done.Outcome, done.PromptTokens, done.CompletionTokens);
        }

        return done.Reply;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    [LoggerMessage(4001, LogLevel.Warning, "The model {Deployment} gave no answer: {Reason}")]
    private partial void LogUnavailable(string deployment, string reason);
}
