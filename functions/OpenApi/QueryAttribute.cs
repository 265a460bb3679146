namespace FitServerless.Functions.OpenApi;

/// <summary>A query parameter that the function reads.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class QueryAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public bool IsRequired { get; init; }

    /// <summary>With a value that is not 0 it is a whole number, up to this.</summary>
    public int Max { get; init; }

    public int Min { get; init; }

    /// <summary>Of JSON Schema: <c>date</c>, <c>date-time</c>.</summary>
    public string? Format { get; init; }

    /// <summary>When there are no others.</summary>
    public string[]? Values { get; init; }
}
