//! What other programs do to a ledger file while it is open here.

/// The text of a file, as its head and its items.
struct Items {
    head: String,
    items: Vec<String>,
}

impl Items {
    fn of(text: &str) -> Self {
        let mut parts = text.split("[[item]]\n");
        let head = parts.next().unwrap().to_owned();
        let items = parts.map(str::to_owned).collect();
        Self { head, items }
    }

    fn text(&self) -> String {
        let items = self.items.iter().map(|item| format!("[[item]]\n{item}"));
        self.head.clone() + &items.collect::<String>()
    }

    /// Gives every item its place as its number.
    fn renumbered(mut self) -> Self {
        for (item, number) in self.items.iter_mut().zip(1..) {
            *item = with_number(item, number);
        }
        self
    }
}

fn with_number(item: &str, number: u64) -> String {
    let (_, rest) = item.split_once('\n').unwrap();
    format!("id = {number}\n{rest}")
}

/// Puts an item in on top and numbers all of them anew.
pub fn insert_on_top(text: &str) -> String {
    let mut items = Items::of(text);
    let new = "id = 1\ntitle = \"新增的事项。\"\nprogress = \"\"\n\n";
    items.items.insert(0, new.into());
    items.renumbered().text()
}

/// Takes the first item out and numbers the others anew.
pub fn remove_first(text: &str) -> String {
    let mut items = Items::of(text);
    items.items.remove(0);
    items.renumbered().text()
}

/// Turns the order of the items round; each keeps its number.
pub fn reverse(text: &str) -> String {
    let mut items = Items::of(text);
    // The last one ends without a blank line.
    let last = items.items.last_mut().unwrap();
    *last = format!("{}\n\n", last.trim_end());
    items.items.reverse();
    items.text()
}

/// Two neighbours change numbers, and nothing else.
pub fn exchange_numbers(text: &str) -> String {
    text.replace("\nid = 26\n", "\nid = 0\n")
        .replace("\nid = 27\n", "\nid = 26\n")
        .replace("\nid = 0\n", "\nid = 27\n")
}

/// Takes the item with a number out; the others keep theirs.
pub fn without(text: &str, number: u64) -> String {
    let mut items = Items::of(text);
    let first = format!("id = {number}\n");
    items.items.retain(|item| !item.starts_with(&first));
    items.text()
}

/// Puts another item in the place of the one with a number.
pub fn replaced(text: &str, number: u64) -> String {
    let mut items = Items::of(text);
    let first = format!("id = {number}\n");
    let item = items.items.iter_mut().find(|item| item.starts_with(&first));
    *item.unwrap() =
        format!("{first}title = \"别的事项，另起炉灶。\"\nprogress = \"别的进展。\"\n\n");
    items.text()
}
