using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Backups.Archives;

/// <summary>Writes JSON Lines in parts of about 4 MiB: a tar tells the size of a file before its content, so each part is made in memory.</summary>
public sealed class LinesWriter : IAsyncDisposable
{
    private const int PartBytes = 4 * 1024 * 1024;

    private readonly ArchiveWriter _archive;
    private readonly string _folder;
    private readonly ArrayBufferWriter<byte> _part = new();
    private readonly Utf8JsonWriter _json;
    private int _parts;
    private int _lines;

    internal LinesWriter(ArchiveWriter archive, string folder)
    {
        (_archive, _folder) = (archive, folder);
        _json = new Utf8JsonWriter(_part, JsonText.WriterOptions);
    }

    /// <param name="write">Writes one JSON value.</param>
    public async ValueTask WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        write(_json);
        _json.Flush();
        _json.Reset();
        _part.Write("\n"u8);
        _lines++;
        if (_part.WrittenCount >= PartBytes)
            await CompleteAsync(cancellationToken);
    }

    /// <summary>Writes what is left. An empty folder is no file at all.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_lines == 0)
            return;
        var name = string.Create(CultureInfo.InvariantCulture, $"{_folder}/{++_parts:D5}.jsonl");
        await _archive.AddLinesAsync(name, _part.WrittenMemory, _lines, cancellationToken);
        _part.ResetWrittenCount();
        _lines = 0;
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();
}
