using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace Azure.AI.OpenAI.Chat;

/// <summary>Opens the base class's constructor to <see cref="AzureOpenAIClient"/>.</summary>
internal sealed class AzureChatClient(ClientPipeline pipeline, string deploymentName, OpenAIClientOptions options)
    : ChatClient(pipeline, deploymentName, options);
