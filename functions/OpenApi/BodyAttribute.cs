namespace FitServerless.Functions.OpenApi;

/// <summary>The function reads a body: of JSON by a contract (<see cref="BodyAttribute{T}"/>), or a file of one of these media types.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal class BodyAttribute(params string[] mediaTypes) : Attribute
{
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;

    public virtual Type? Contract => null;

    public bool IsOptional { get; init; }
}
