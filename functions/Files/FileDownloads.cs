using FitServerless.Files;
using FitServerless.Functions.Http;
using FitServerless.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Files;

/// <summary>
/// Gives files out. What is asked for is in memory, and opened, before the answer begins: one that cannot be opened is a problem and no torso.
/// </summary>
public sealed class FileDownloads(FileService files)
{
    public async Task<IResult> AnswerAsync(string userId, string id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(userId, id, cancellationToken) is not { } file)
            return new ProblemResult(Problems.NotFound);
        var tag = FileDownload.Tag(file);
        if (request.KnownTag() == file.Version)
            return new NotModified(new EntityTagHeaderValue(tag));
        var whole = new ByteSpan(0, file.Size);
        if (HttpMethods.IsHead(request.Method))
            return new Sandboxed(new FileDownload(file, whole, content: null, isPart: false));
        var range = request.WantsRangeOf(tag) ? request.ByteRange() : null;
        if (range is not null && range.Within(file.Size) is null)
            return new RangeNotSatisfiable(file.Size);
        var span = range?.Within(file.Size) is var (first, count) ? new ByteSpan(first, count) : whole;
        return await files.ReadAsync(userId, file, span, cancellationToken) is { } content
            ? new Sandboxed(new FileDownload(file, span, content, isPart: range is not null))
            : new ProblemResult(Problems.NotFound);
    }
}
