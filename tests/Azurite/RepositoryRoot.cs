namespace FitServerless.Azurite;

/// <summary>The folder of FitServerless.sln.</summary>
public static class RepositoryRoot
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        // A file-based app is built outside the repository; the runtime knows where its source stands.
        var start = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FitServerless.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"FitServerless.sln is in no folder above {start}.");
    }
}
