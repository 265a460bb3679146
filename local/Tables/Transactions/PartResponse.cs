using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>A part of a multipart answer. It keeps the bytes and looks at a header when asked, which is mostly never.</summary>
internal sealed class PartResponse(int status, ReadOnlySpan<byte> reason, ReadOnlyMemory<byte> headers, ReadOnlyMemory<byte> content)
    : Response
{
    private Stream? _content;

    public override int Status => status;

    public override bool IsError => status >= 400;

    public override string ReasonPhrase { get; } = reason.SequenceEqual("No Content"u8) ? "No Content" : Encoding.ASCII.GetString(reason);

    public override Stream? ContentStream
    {
        get => _content ??= Open(content);
        set => _content = value;
    }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => _content?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = EnumerateHeaders().FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
    {
        foreach (var line in Encoding.ASCII.GetString(headers.Span).Split('\n'))
        {
            if (line.IndexOf(':') is var colon and > 0)
                yield return new(line[..colon], line[(colon + 1)..].Trim());
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var bytes)
        ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false, publiclyVisible: true)
        : new(content.ToArray(), writable: false);
}
