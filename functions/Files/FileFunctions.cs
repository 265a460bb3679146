using FitServerless.Downloads;
using FitServerless.Files;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace FitServerless.Functions.Files;

/// <summary>Files that people keep here.</summary>
public sealed class FileFunctions(
    FileService files, FileDownloads downloads, DownloadLinks links, IOptions<FilesOptions> options, CurrentUser user)
{
    private const string Purpose = "files";

    /// <summary>
    /// The content says what it is; its media type is not asked, but for that of a form with a file in it. <c>curl --data-binary @file</c>
    /// calls every file <c>application/x-www-form-urlencoded</c>.
    /// </summary>
    [Function(nameof(UploadFile))]
    [Summary("Keeps a JPEG, PNG, GIF, PDF or text.")]
    [Query("name", "The file's name.")]
    [Header("Idempotency-Key")]
    [Body("application/octet-stream")]
    [Answer<FileView>(201)]
    [Refuses(415, 422, 507)]
    public async Task<IResult> UploadFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/files")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
            return new ProblemResult(FileProblems.Multipart);
        var (name, key) = (request.Text("name") ?? "file", IdempotencyKey.Read(request));
        var content = await request.ReadFileAsync(options.Value.MaxFileBytes, cancellationToken);
        return await files.UploadAsync(user.Id, new FileUpload(name, content, key), cancellationToken) switch
        {
            UploadOutcome.Stored { File: var file } => new FileCreated(file),
            UploadOutcome.WrongType => new ProblemResult(FileProblems.WrongType),
            UploadOutcome.KeyReused => new ProblemResult(FileProblems.KeyReused),
            UploadOutcome.Full full => new ProblemResult(FileProblems.Full(full)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    [Function(nameof(ListFiles))]
    [Summary("Files, newest first.")]
    [Paged]
    [Answer<IReadOnlyList<FileView>>(200)]
    public async Task<IResult> ListFiles(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/files")] HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = request.Int("limit", fallback: 100, min: 1, max: 1000);
        var page = await files.ListAsync(user.Id, limit, ListCursors.Decode(request.Text("cursor")), cancellationToken);
        if (page.NextCursor is { } next)
            request.HttpContext.LinkNext("cursor", ListCursors.Encode(next));
        return TypedResults.Json([.. page.Items.Select(FileView.Of)], FileContracts.Default.IReadOnlyListFileView);
    }

    [Function(nameof(GetFile))]
    [Summary("A file, byte for byte.")]
    [Header("If-None-Match")]
    [Header("Range")]
    [Answer(200, "The file", MediaType = "application/octet-stream")]
    [Answer(206, "A part of the file", MediaType = "application/octet-stream")]
    [Refuses(416)]
    public Task<IResult> GetFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/files/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => downloads.AnswerAsync(user.Id, id, request, cancellationToken);

    [Function(nameof(DeleteFile))]
    [Summary("Deletes a file.")]
    [Answer(204)]
    public async Task<IResult> DeleteFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/files/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await files.DeleteAsync(user.Id, id, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.NotFound);

    [Function(nameof(LinkFile))]
    [Summary("A link to a file that is open for 15 minutes.")]
    [Answer<FileLinkView>(200)]
    public async Task<IResult> LinkFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/files/{id}/link")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await files.FindAsync(user.Id, id, cancellationToken) is { } file
            ? new NoStore(TypedResults.Json(FileLinkView.Of(links.Sign(Purpose, user.Id, file.Id)), FileContracts.Default.FileLinkView))
            : new ProblemResult(Problems.NotFound);

    /// <summary>Open, because the link itself says who let whom in.</summary>
    [Function(nameof(OpenFileLink))]
    [Summary("The file of such a link.")]
    [Header("If-None-Match")]
    [Header("Range")]
    [Answer(200, "The file", MediaType = "application/octet-stream")]
    [Answer(206, "A part of the file", MediaType = "application/octet-stream")]
    [Refuses(416)]
    [AllowAnonymous]
    public async Task<IResult> OpenFileLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "downloads/files/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        links.Read(Purpose, token) is { } target
            ? new NoStore(await downloads.AnswerAsync(target.UserId, target.Id, request, cancellationToken))
            : new ProblemResult(Problems.NotFound);
}
