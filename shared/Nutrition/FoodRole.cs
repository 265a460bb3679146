namespace FitServerless.Nutrition;

/// <summary>The part that a food plays in a dish.</summary>
public enum FoodRole
{
    /// <summary>A piece of meat, fish, tofu.</summary>
    Main,

    /// <summary>What goes into a sauce or a chilli.</summary>
    Mince,

    /// <summary>What goes on bread and salad: slices of meat, smoked or tinned fish.</summary>
    LunchMeat,

    Egg,

    /// <summary>Eaten with a spoon; of plants, too.</summary>
    Dairy,

    /// <summary>To drink; of plants, too.</summary>
    Milk,

    Cheese,

    /// <summary>For breakfast, dry.</summary>
    Cereal,

    Starch,
    Pasta,
    Noodle,
    Bread,
    Legume,
    Vegetable,
    Tomato,

    /// <summary>Vegetables eaten raw.</summary>
    Crudite,

    /// <summary>Onions and their kind.</summary>
    Aromatic,

    Leaf,
    Fruit,
    DriedFruit,
    Nut,
    Seed,
    NutButter,
    Spread,
    Oil,
    FatSpread,
    Avocado,
    CoconutMilk,

    /// <summary>For garnish.</summary>
    Extra,

    Sauce,
    Seasoning,
    Sweet,

    /// <summary>Of protein.</summary>
    Powder,

    Broth,
}
