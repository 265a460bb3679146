using System.ComponentModel.DataAnnotations;
using FitServerless.Secrets;

namespace FitServerless.Coach.Model;

/// <summary>Which Azure OpenAI resource the coach asks, if any, and how patient it is with it.</summary>
public sealed class ModelOptions : IValidatableObject
{
    public const string Section = "OpenAI";

    /// <summary>For instance <c>https://my-coach.openai.azure.com</c>. Without one the rules answer everything.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Without one the process signs in with its identity (role: Cognitive Services OpenAI User).</summary>
    [Secret("OpenAI:ApiKey")]
    public string ApiKey { get; set; } = "";

    /// <summary>The client id of a user-assigned identity.</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>The deployment that writes suggestions and talks; it must know structured outputs (gpt-4o-mini of 2024-07-18 or later).</summary>
    public string ChatDeployment { get; set; } = "";

    /// <summary>The deployment for semantic search; it must let the size be chosen (text-embedding-3-small or -large).</summary>
    public string EmbeddingDeployment { get; set; } = "";

    /// <summary>The deployment that looks at photos. It may be the one that talks.</summary>
    public string VisionDeployment { get; set; } = "";

    /// <summary>For one answer, all attempts together. The front end ends a request at 230 s.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Attempts after the first.</summary>
    [Range(0, 3)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>First delay, doubled (with jitter) each time, where the service does not say how long to wait.</summary>
    [Range(1, 10_000)]
    public int RetryDelayMilliseconds { get; set; } = 500;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var hasDeployment = ChatDeployment.Length + EmbeddingDeployment.Length + VisionDeployment.Length > 0;
        if (Endpoint.Length == 0 && hasDeployment)
            yield return new ValidationResult("OpenAI:Endpoint is missing, but there are deployments.");
        if (Endpoint.Length > 0 && !hasDeployment)
            yield return new ValidationResult("Name a deployment: OpenAI:ChatDeployment, :EmbeddingDeployment or :VisionDeployment.");
        // A key must not travel in the clear; a server on the same machine is somebody's test.
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)))
            yield return new ValidationResult("OpenAI:Endpoint is no https address.");
    }
}
