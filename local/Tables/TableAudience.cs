using System.ComponentModel;

namespace Azure.Data.Tables;

public readonly struct TableAudience : IEquatable<TableAudience>
{
    private const string DefaultScope = ".default";

    private readonly string _value;

    public TableAudience(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    public static TableAudience AzureChina { get; } = new("AzureChina");

    public static TableAudience AzureGovernment { get; } = new("AzureGov");

    public static TableAudience AzurePublicCloud { get; } = new("AzurePublic");

    internal string Scope => Url.EndsWith($"/{DefaultScope}", StringComparison.OrdinalIgnoreCase)
        ? Url
        : $"{Url.TrimEnd('/')}/{DefaultScope}";

    private string Url => _value switch
    {
        "AzureChina" => "https://storage.azure.cn",
        "AzureGov" => "https://storage.azure.us",
        "AzurePublic" => "https://storage.azure.com",
        _ => _value,
    };

    public static implicit operator TableAudience(string value) => new(value);

    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    public bool Equals(TableAudience other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is TableAudience other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.InvariantCultureIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
