using FitServerless.Backups;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Backups;

/// <summary>A person's backups.</summary>
public sealed class BackupFunctions(BackupBlobs backups, StreamedBodies bodies, CurrentUser user)
{
    [Function(nameof(ListBackups))]
    [Summary("Backups, kind by kind, each oldest first.")]
    [Answer<IReadOnlyList<BackupView>>(200)]
    public async Task<IResult> ListBackups(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/backups")] HttpRequest request, CancellationToken cancellationToken)
    {
        var found = await backups.ListAsync(user.Id, cancellationToken);
        return TypedResults.Json([.. found.Select(BackupView.Listed)], BackupContracts.Default.IReadOnlyListBackupView);
    }

    /// <summary>Ids have a slash, which some clients escape and others do not.</summary>
    [Function(nameof(GetBackup))]
    [Summary("A backup: kind/name.")]
    [Header("If-None-Match")]
    [Header("Range")]
    [Answer(200, "The archive", MediaType = "application/gzip")]
    [Answer(206, "A part of the archive", MediaType = "application/gzip")]
    [Refuses(416)]
    public async Task<IResult> GetBackup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "backup/{*id}")] HttpRequest request,
        string? id,
        CancellationToken cancellationToken)
    {
        if (!BackupId.TryParse(Unescape(id ?? ""), out var known))
            return new ProblemResult(Problems.NotFound);
        var (range, tag) = (request.ByteRange(), request.KnownTag());
        if (range is null && tag is null)
            return Answer(await backups.OpenAsync(user.Id, known, cancellationToken), null);
        if (await backups.FindAsync(user.Id, known, cancellationToken) is not { } info)
            return new ProblemResult(Problems.NotFound);
        if (tag == info.Sha256)
            return new NotModified(new EntityTagHeaderValue(BackupDownload.Tag(info)));
        if (range is null || !request.WantsRangeOf(BackupDownload.Tag(info)))
            return Answer(await backups.OpenAsync(user.Id, known, cancellationToken), null);
        if (range.Within(info.Size) is not var (first, count))
            return new RangeNotSatisfiable(info.Size);
        var span = new ByteSpan(first, count);
        return Answer(await backups.OpenAsync(user.Id, info, span, cancellationToken), span);
    }

    [Function(nameof(DeleteBackup))]
    [Summary("Deletes a backup.")]
    [Answer(204)]
    public async Task<IResult> DeleteBackup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/backups/{kind}/{name}")] HttpRequest request,
        string kind,
        string name,
        CancellationToken cancellationToken)
    {
        if (!BackupId.TryParse($"{kind}/{name}", out var id))
            return new ProblemResult(Problems.NotFound);
        await backups.DeleteAsync(user.Id, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private IResult Answer(BackupContent? content, ByteSpan? span) =>
        content is null ? new ProblemResult(Problems.NotFound) : new BackupDownload(content, span, bodies);

    private static string Unescape(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
