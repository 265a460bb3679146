namespace FitServerless.Nutrition;

/// <summary>The least that anybody is advised to eat without a professional beside them.</summary>
public static class CalorieFloors
{
    /// <summary>kcal a day, for anybody.</summary>
    public const int Lowest = Women;

    private const int Women = 1_200;
    private const int Men = 1_500;

    /// <summary>
    /// kcal a day: 1,200 for women and 1,500 for men, as the NHLBI's guide of 2000 (NIH 00-4084) has it for diets that nobody supervises, and
    /// never below the basal rate. The higher one where the sex is not known.
    /// </summary>
    public static int Of(Body body) => Math.Max(body.Sex == Sex.Female ? Women : Men, (int)Math.Ceiling(body.BasalRate));
}
