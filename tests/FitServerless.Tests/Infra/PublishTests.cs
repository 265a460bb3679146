using System.Diagnostics;
using FitServerless.Azurite;

namespace FitServerless.Tests.Infra;

/// <summary>What <c>azd up</c> and <c>dotnet publish</c> make can be run by Azure's host.</summary>
public sealed class PublishTests
{
    [Theory]
    [InlineData("real", true)]
    [InlineData("local", false)]
    public async Task Only_an_app_with_the_real_packages_is_published(string packages, bool isPublished)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["msbuild", "functions", "-nologo", "-t:RefuseToPublishStandIns", $"-p:AzurePackages={packages}", "-nodeReuse:false"])
        {
            WorkingDirectory = RepositoryRoot.Folder,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var said = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();

        Assert.Equal(isPublished, build.ExitCode == 0);
        Assert.Equal(!isPublished, said.Contains("only with the real Azure packages", StringComparison.Ordinal));
    }
}
