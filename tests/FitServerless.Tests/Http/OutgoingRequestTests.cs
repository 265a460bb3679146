using System.Text.RegularExpressions;
using FitServerless.Azurite;

namespace FitServerless.Tests.Http;

/// <summary>
/// The app calls only addresses that its operator configured. No URL of a user's is fetched anywhere, so there is nothing to trick into fetching
/// from inside; whoever adds a client has to add it here, and say whose addresses it calls.
/// </summary>
public sealed partial class OutgoingRequestTests
{
    private static readonly string[] Known =
    [
        // Web PubSub's endpoint, from a setting.
        "WebPubSubService.cs",
        // NCBI's E-utilities, from a setting.
        "PubMedClient.cs",
    ];

    [Fact]
    public void Nothing_but_what_is_known_here_makes_requests_of_its_own() => Assert.Empty(
        from folder in (string[])["functions", "shared"]
        from path in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Folder, folder), "*.cs", SearchOption.AllDirectories)
        where !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        where !Known.Contains(Path.GetFileName(path)) && Client().IsMatch(File.ReadAllText(path))
        select path);

    [GeneratedRegex(@"\b(HttpClient|IHttpClientFactory|SocketsHttpHandler|HttpRequestMessage|WebRequest|WebClient|TcpClient|ClientWebSocket)\b(?!\.)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Client();
}
