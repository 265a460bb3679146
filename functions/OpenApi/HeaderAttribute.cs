namespace FitServerless.Functions.OpenApi;

/// <summary>A request header that the function reads; <see cref="KnownHeaders"/> says what it means.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class HeaderAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public bool IsRequired { get; init; }
}
