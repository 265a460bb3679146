using System.ClientModel.Primitives;

namespace Azure.AI.OpenAI;

public class AzureOpenAIClientOptions : ClientPipelineOptions
{
    public AzureOpenAIClientOptions()
        : this(ServiceVersion.V2024_10_21)
    {
    }

    /// <exception cref="NotSupportedException">No such version.</exception>
    public AzureOpenAIClientOptions(ServiceVersion version) => ApiVersion = version switch
    {
        ServiceVersion.V2024_06_01 => "2024-06-01",
        ServiceVersion.V2024_10_21 => "2024-10-21",
        _ => throw new NotSupportedException($"{version} is no version of the service."),
    };

    public enum ServiceVersion
    {
        V2024_06_01 = 0,
        V2024_10_21 = 4,
    }

    internal string ApiVersion { get; }
}
