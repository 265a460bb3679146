namespace FitServerless.Secrets;

/// <summary>An option that nobody is shown: of it is told whether it is set, and no more.</summary>
/// <param name="setting">The setting that it comes from.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute(string setting) : Attribute
{
    public string Setting { get; } = setting;
}
