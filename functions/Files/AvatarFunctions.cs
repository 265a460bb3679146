using FitServerless.Files;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Photos;
using FitServerless.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Files;

/// <summary>The picture that a person shows.</summary>
public sealed class AvatarFunctions(AvatarService avatars, IOptions<FilesOptions> options, CurrentUser user)
{
    /// <summary>The content says what it is; its media type is not asked.</summary>
    [Function(nameof(PutAvatar))]
    [Summary("Sets the account's picture.")]
    [Body("image/jpeg", "image/png", "image/gif")]
    [Answer(204)]
    [Refuses(415)]
    public async Task<IResult> PutAvatar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/account/avatar")] HttpRequest request, CancellationToken cancellationToken)
    {
        var upload = await request.ReadFileAsync(options.Value.MaxAvatarBytes, cancellationToken);
        if (BarePhoto.Of(upload.Span) is not { } photo)
            return new ProblemResult(Problems.NotAPhoto);
        return await avatars.PutAsync(user.Id, photo, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.Unauthorized);
    }

    [Function(nameof(GetAvatar))]
    [Summary("The account's picture.")]
    [Header("If-None-Match")]
    [Answer(200, "The picture", MediaType = "image/*")]
    [Refuses(404)]
    public async Task<IResult> GetAvatar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/account/avatar")] HttpRequest request, CancellationToken cancellationToken) =>
        await avatars.FindAsync(user.Id, cancellationToken) switch
        {
            null => new ProblemResult(Problems.NotFound),
            var avatar when request.KnownTag() == Tag(avatar).Tag.ToString().Trim('"') => new NotModified(Tag(avatar)),
            var avatar => new Sandboxed(new Tagged(Tag(avatar), TypedResults.Bytes(avatar.Content, avatar.MediaType))),
        };

    [Function(nameof(DeleteAvatar))]
    [Summary("Takes the account's picture away.")]
    [Answer(204)]
    [Refuses(404)]
    public async Task<IResult> DeleteAvatar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/account/avatar")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await avatars.DeleteAsync(user.Id, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.NotFound);

    private static EntityTagHeaderValue Tag(StoredBlob avatar) => new(avatar.Tag.ToString("H"));
}
