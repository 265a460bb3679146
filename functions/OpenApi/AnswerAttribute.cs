namespace FitServerless.Functions.OpenApi;

/// <summary>
/// The function answers with this status when all is well. Every HTTP function has one at least; several of one status are either, or.
/// </summary>
/// <param name="status">2xx or 3xx; what is refused is <see cref="RefusesAttribute"/>.</param>
/// <param name="description">What is in it; the status's own name unless said.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal class AnswerAttribute(int status, string? description = null) : Attribute
{
    public int Status { get; } = status;

    public string? Description { get; } = description;

    /// <summary><c>null</c> for an answer without a body.</summary>
    public string? MediaType { get; init; }

    public virtual Type? Contract => null;
}
