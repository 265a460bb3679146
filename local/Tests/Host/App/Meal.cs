namespace FitServerless.Local.Tests.Host.App;

public sealed record Meal(string Name, int Calories);
