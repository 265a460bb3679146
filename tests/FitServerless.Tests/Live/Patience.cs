namespace FitServerless.Tests.Live;

/// <summary>How long a test waits for a signal that must come: it fails instead of hanging, and no figure depends on it.</summary>
internal static class Patience
{
    public static readonly TimeSpan ForAnything = TimeSpan.FromMinutes(1);
}
