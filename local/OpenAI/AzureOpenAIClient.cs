using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI.Chat;
using Azure.AI.OpenAI.Embeddings;
using Azure.Core;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace Azure.AI.OpenAI;

/// <summary>Chat and embeddings of an Azure OpenAI resource; the other clients of the base class do not know Azure's URLs here.</summary>
public class AzureOpenAIClient : OpenAIClient
{
    // The public cloud's: https://learn.microsoft.com/azure/ai-foundry/openai/how-to/managed-identity
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly Uri? _endpoint;

    public AzureOpenAIClient(Uri endpoint, ApiKeyCredential credential, AzureOpenAIClientOptions? options = null)
        : this(CreatePipeline(ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(credential, "api-key"), options), endpoint, options)
    {
    }

    public AzureOpenAIClient(Uri endpoint, AzureKeyCredential credential, AzureOpenAIClientOptions? options = null)
        : this(endpoint, new ApiKeyCredential(credential.Key), options)
    {
    }

    public AzureOpenAIClient(Uri endpoint, TokenCredential credential, AzureOpenAIClientOptions? options = null)
        : this(CreatePipeline(new BearerTokenPolicy(credential, Scope), options), endpoint, options)
    {
    }

    protected AzureOpenAIClient(ClientPipeline pipeline, Uri endpoint, AzureOpenAIClientOptions? options)
        : base(pipeline, new OpenAIClientOptions { Endpoint = endpoint }) => _endpoint = endpoint;

    /// <summary>For mocking.</summary>
    protected AzureOpenAIClient()
    {
    }

    public override ChatClient GetChatClient(string deploymentName) =>
        new AzureChatClient(Pipeline, deploymentName, OptionsFor(deploymentName));

    public override EmbeddingClient GetEmbeddingClient(string deploymentName) =>
        new AzureEmbeddingClient(Pipeline, deploymentName, OptionsFor(deploymentName));

    private static ClientPipeline CreatePipeline(PipelinePolicy authentication, AzureOpenAIClientOptions? options)
    {
        options ??= new();
        return ClientPipeline.Create(
            options,
            perCallPolicies: [new ApiVersionPolicy(options.ApiVersion)],
            perTryPolicies: [authentication],
            beforeTransportPolicies: []);
    }

    private OpenAIClientOptions OptionsFor(string deploymentName)
    {
        ArgumentException.ThrowIfNullOrEmpty(deploymentName);
        var resource = _endpoint!.AbsoluteUri.TrimEnd('/');
        return new() { Endpoint = new Uri($"{resource}/openai/deployments/{Uri.EscapeDataString(deploymentName)}") };
    }
}
