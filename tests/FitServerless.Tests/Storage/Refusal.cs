using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace FitServerless.Tests.Storage;

/// <summary>Storage says no, and may say how long.</summary>
internal sealed class Refusal(int status, string? retryAfter) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => "Refused";

    public override bool IsError => true;

    public override Stream? ContentStream { get; set; } = Stream.Null;

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase) ? retryAfter : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
