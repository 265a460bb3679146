using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json.Nodes;
using Azure;
using Azure.AI.OpenAI;
using OpenAI.Chat;

namespace FitServerless.Local.Tests.OpenAI;

public sealed class AzureOpenAIClientTests
{
    private const string Completion = """
        {
          "id": "1", "object": "chat.completion", "created": 1, "model": "m",
          "choices": [{ "index": 0, "finish_reason": "stop", "message": { "role": "assistant", "content": "Rest today." } }]
        }
        """;

    private const string Embeddings = """
        {
          "object": "list", "model": "m", "usage": { "prompt_tokens": 1, "total_tokens": 1 },
          "data": [{ "object": "embedding", "index": 0, "embedding": [0.5, -1] }]
        }
        """;

    [Fact]
    public async Task A_chat_goes_to_its_deployment_with_the_key_and_the_version()
    {
        await using var service = await StubService.StartAsync((200, Completion));
        var chat = new AzureOpenAIClient(service.Endpoint, new ApiKeyCredential("secret")).GetChatClient("my coach");
        var completion = await chat.CompleteChatAsync(ChatMessage.CreateUserMessage("Run?"));
        Assert.Equal("Rest today.", completion.Value.Content[0].Text);
        var request = Assert.Single(service.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/openai/deployments/my%20coach/chat/completions?api-version=2024-10-21", request.PathAndQuery);
        Assert.Equal(("secret", null), (request.ApiKey, request.Authorization));
        Assert.Equal("Run?", JsonNode.Parse(request.Body)!["messages"]![0]!["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Embeddings_go_to_their_deployment_in_the_version_asked_for()
    {
        await using var service = await StubService.StartAsync((200, Embeddings));
        var options = new AzureOpenAIClientOptions(AzureOpenAIClientOptions.ServiceVersion.V2024_06_01);
        var client = new AzureOpenAIClient(new Uri(service.Endpoint, "/"), new AzureKeyCredential("secret"), options);
        var embedding = await client.GetEmbeddingClient("text").GenerateEmbeddingAsync("squat");
        Assert.Equal([0.5f, -1f], embedding.Value.ToFloats().ToArray());
        var request = Assert.Single(service.Requests);
        Assert.Equal("/openai/deployments/text/embeddings?api-version=2024-06-01", request.PathAndQuery);
        Assert.Equal("secret", request.ApiKey);
    }

    [Fact]
    public async Task A_streamed_chat_arrives_piece_by_piece()
    {
        const string Stream = """
            data: {"id":"1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":"Rest "}}]}

            data: {"id":"1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"today."}}]}

            data: [DONE]


            """;
        await using var service = await StubService.StartAsync((200, Stream));
        var chat = new AzureOpenAIClient(service.Endpoint, new ApiKeyCredential("secret")).GetChatClient("coach");
        var pieces = new List<string>();
        await foreach (var update in chat.CompleteChatStreamingAsync(ChatMessage.CreateUserMessage("Run?")))
            pieces.AddRange(update.ContentUpdate.Select(part => part.Text));
        Assert.Equal(["Rest ", "today."], pieces);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_under_the_same_address()
    {
        await using var service = await StubService.StartAsync((429, "{}"), (200, Completion));
        var options = new AzureOpenAIClientOptions { RetryPolicy = new ImmediateRetries() };
        var chat = new AzureOpenAIClient(service.Endpoint, new ApiKeyCredential("secret"), options).GetChatClient("coach");
        await chat.CompleteChatAsync(ChatMessage.CreateUserMessage("Run?"));
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal(service.Requests[0], service.Requests[1]);
    }

    [Fact]
    public async Task A_refusal_is_an_exception_with_its_status()
    {
        await using var service = await StubService.StartAsync((401, """{"error":{"code":"401","message":"wrong key"}}"""));
        var chat = new AzureOpenAIClient(service.Endpoint, new ApiKeyCredential("wrong")).GetChatClient("coach");
        var refusal = await Assert.ThrowsAsync<ClientResultException>(() => chat.CompleteChatAsync(ChatMessage.CreateUserMessage("Run?")));
        Assert.Equal(401, refusal.Status);
    }

    [Fact]
    public async Task A_token_credential_signs_in_as_bearer_with_the_scope_of_the_service()
    {
        var sent = new List<HttpRequestMessage>();
        using var http = new HttpClient(new RecordingHandler(sent, Completion));
        var options = new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(http) };
        var credential = new FixedToken("token");
        var chat = new AzureOpenAIClient(new Uri("https://resource.openai.azure.com"), credential, options).GetChatClient("coach");
        await chat.CompleteChatAsync(ChatMessage.CreateUserMessage("Run?"));
        Assert.Equal("Bearer token", Assert.Single(sent).Headers.Authorization!.ToString());
        Assert.False(sent[0].Headers.Contains("api-key"));
        Assert.Equal(["https://cognitiveservices.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public void A_deployment_has_a_name()
    {
        var client = new AzureOpenAIClient(new Uri("https://resource.openai.azure.com"), new ApiKeyCredential("secret"));
        Assert.Throws<ArgumentException>(() => client.GetChatClient(""));
        Assert.Throws<ArgumentNullException>(() => client.GetEmbeddingClient(null!));
    }

    private sealed class ImmediateRetries : ClientRetryPolicy
    {
        protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount) => TimeSpan.Zero;
    }

    private sealed class RecordingHandler(List<HttpRequestMessage> sent, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Add(request);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(body) });
        }
    }
}
