using System.Security.Cryptography;
using System.Text.Json;
using FitServerless.Bench.Api;
using FitServerless.Bench.Files;
using FitServerless.Bench.Load;
using FitServerless.Bench.Startup;

namespace FitServerless.Bench.Backups;

/// <summary>How fast an account of about 200 MB goes into a backup, out and back, and in how much memory. Sealed, as it is to be run.</summary>
internal sealed class BackupsPart(ApiClient api, AppProcess app, CancellationToken cancellationToken)
{
    private const int FileBytes = 10 * 1024 * 1024;
    private const double Megabyte = 1024 * 1024;

    private readonly List<FileFigure> _figures = [];
    private byte[] _archive = [];

    public static async Task<IReadOnlyList<FileFigure>> MeasureAsync(
        IReadOnlyDictionary<string, string?> settings, bool quick, CancellationToken cancellationToken)
    {
        var sealing = new Dictionary<string, string?>(settings) { ["ENCRYPTION_KEY"] = RandomNumberGenerator.GetHexString(64, lowercase: true) };
        await using var app = await AppProcess.StartAsync(sealing, cancellationToken);
        using var api = new ApiClient(app.Address, connections: 1);
        var part = new BackupsPart(api, app, cancellationToken);
        await part.MeasureAsync(files: quick ? 2 : 19, rides: quick ? 2 : 100);
        return part._figures;
    }

    private async Task MeasureAsync(int files, int rides)
    {
        var (ada, bob) = (await Rider.RegisterAsync(api, cancellationToken), await Rider.RegisterAsync(api, cancellationToken));
        await FillAsync(ada, files, rides);
        var id = "";
        var take = new Exchange(HttpMethod.Post, "api/backups", ada.Token, Expect: System.Net.HttpStatusCode.Created) { Then = answer => id = IdOf(answer) };
        await api.SendAsync(take, cancellationToken);
        await api.SendAsync(new(HttpMethod.Get, $"backup/{id}", ada.Token) { Then = answer => _archive = answer }, cancellationToken);
        Add("a backup of the account", "MB", _archive.Length / Megabyte);

        await TimeAsync("take it", take);
        await TimeAsync("export the account", new(HttpMethod.Get, "api/account/export", ada.Token));
        await TimeAsync("download it", new(HttpMethod.Get, $"backup/{id}", ada.Token));
        await TimeAsync("upload it to another account", new(HttpMethod.Put, "api/backups/a", bob.Token, _archive, System.Net.HttpStatusCode.Created));
        await TimeAsync("restore it there", new(HttpMethod.Post, "api/backups/uploads/a/restore?mode=merge", bob.Token));
        await TimeAsync("restore it again, by replace", new(HttpMethod.Post, "api/backups/uploads/a/restore?mode=replace", bob.Token));
    }

    /// <summary>Files that cannot be packed any smaller, and rides with what they were imported from.</summary>
    private async Task FillAsync(Rider rider, int files, int rides)
    {
        for (var file = 0; file < files; file++)
            await api.SendAsync(new(HttpMethod.Post, $"api/files?name={file}.pdf", rider.Token, Pdf(), System.Net.HttpStatusCode.Created), cancellationToken);
        await api.SendAsync(rider.Import(LongRide.Archive(rides)), cancellationToken);
    }

    private async Task TimeAsync(string what, Exchange exchange)
    {
        await using var meter = new ProcessMeter(app.Id);
        var elapsed = await api.SendAsync(exchange, cancellationToken);
        Add(what, "MB/s", _archive.Length / Megabyte / elapsed.TotalSeconds);
        Add("  the app's memory at most", "MB", meter.PeakBytes / Megabyte);
    }

    private static byte[] Pdf() =>
        [.. "%PDF-1.4\n"u8, .. RandomNumberGenerator.GetBytes(FileBytes - 100), .. "\nstartxref\n9\n%%EOF\n"u8];

    private static string IdOf(byte[] answer) => JsonElement.Parse(answer).GetProperty("id").GetString()!;

    private void Add(string what, string unit, double measured) => _figures.Add(new FileFigure(what, unit, measured));
}
