namespace FitServerless.Csv;

/// <summary>Reads texts that are compiled into this assembly.</summary>
internal static class TextResource
{
    /// <param name="name">The file's path in the project, with dots.</param>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(TextResource).Assembly.GetManifestResourceStream($"FitServerless.{name}")!);
        return reader.ReadToEnd();
    }
}
