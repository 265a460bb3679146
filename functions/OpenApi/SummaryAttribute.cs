namespace FitServerless.Functions.OpenApi;

/// <summary>What the function is for, in one line. Every HTTP function has one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SummaryAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}
