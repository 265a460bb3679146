using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FitServerless.Storage;

namespace FitServerless.Mail;

/// <summary>
/// Where letters lie on a developer's machine: a blob each, newest first by name. A repeated letter takes the place of the first, as in a mailbox.
/// </summary>
public sealed class Outbox(AppContainers containers, TimeProvider clock) : IMailer
{
    /// <summary>Older ones are thrown away.</summary>
    public const int Kept = 100;

    private readonly BlobContainerClient _container = containers.Outbox;

    public bool CanSend => true;

    public async Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        LetterMessage.Check(letter);
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var names = await NamesAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var suffix = $"-{LetterMessage.Name(letter.Id)}.json";
        var name = (DateTimeOffset.MaxValue.Ticks - now.Ticks).ToString("D19", CultureInfo.InvariantCulture) + suffix;
        var json = JsonSerializer.SerializeToUtf8Bytes(new SentLetter(now, letter), MailJson.Default.SentLetter);
        await _container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(json), overwrite: true, cancellationToken);
        var (repeated, others) = (names.Where(IsRepeated), names.Where(other => !IsRepeated(other)));
        foreach (var old in repeated.Concat(others.Skip(Kept - 1)).Where(old => old != name))
            await _container.DeleteBlobIfExistsAsync(old, cancellationToken: cancellationToken);
        return MailOutcome.Accepted;

        bool IsRepeated(string other) => other.EndsWith(suffix, StringComparison.Ordinal);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<SentLetter>> ListAsync(CancellationToken cancellationToken)
    {
        var letters = await Task.WhenAll((await NamesAsync(cancellationToken)).Take(Kept).Select(name => FindAsync(name, cancellationToken)));
        return [.. letters.OfType<SentLetter>()];
    }

    /// <summary>Throws away what was sent to an address.</summary>
    public async Task ForgetAsync(string to, CancellationToken cancellationToken)
    {
        foreach (var name in await NamesAsync(cancellationToken))
        {
            if ((await FindAsync(name, cancellationToken))?.Letter.To.Equals(to, StringComparison.OrdinalIgnoreCase) == true)
                await _container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken) =>
        await _container.ListAsync(null, BlobTraits.None, cancellationToken).Select(blob => blob.Name).ToListAsync(cancellationToken);

    private async Task<SentLetter?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize(blob.Value.Content.ToMemory().Span, MailJson.Default.SentLetter);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Thrown away by a newer letter meanwhile.
            return null;
        }
    }
}
