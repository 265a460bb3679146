#!/usr/bin/env dotnet
#:property PublishAot=false
#:project local/Cli/FitServerless.Local.Cli.csproj

return await FitServerless.Local.Cli.Fit.RunAsync(args);
