using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Embeddings;

namespace Azure.AI.OpenAI.Embeddings;

/// <summary>Opens the base class's constructor to <see cref="AzureOpenAIClient"/>.</summary>
internal sealed class AzureEmbeddingClient(ClientPipeline pipeline, string deploymentName, OpenAIClientOptions options)
    : EmbeddingClient(pipeline, deploymentName, options);
